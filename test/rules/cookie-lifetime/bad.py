def accept(request):
    response = redirect("/")
    response.set_cookie(
        "cookie_consent",
        "all",
        max_age=60 * 60 * 24 * 365 * 2,
    )
    return response
