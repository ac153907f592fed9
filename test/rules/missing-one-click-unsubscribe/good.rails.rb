class NewsletterMailer < ApplicationMailer
  def weekly(guest)
    headers['List-Unsubscribe'] = "<#{leave_url(guest.token)}>"
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click'
    mail(to: guest.email, from: 'hello@hotel.example', subject: 'Our newsletter')
  end
end
