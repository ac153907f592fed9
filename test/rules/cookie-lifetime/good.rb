cookies[:cookie_consent] = { value: "all", expires: 6.months.from_now }
cookies.permanent[:locale] = "fr"
