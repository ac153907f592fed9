class NewsletterMailer < ApplicationMailer
  def weekly(guest)
    @guest = guest
    mail(to: guest.email, from: 'hello@hotel.example', subject: 'Our newsletter: what is new this week')
  end
end
