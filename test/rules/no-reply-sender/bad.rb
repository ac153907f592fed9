class StayMailer < ApplicationMailer
  default from: 'no-reply@hotel.example'

  def invoice(guest)
    mail(to: guest.email, from: "noreply@#{domain}", reply_to: 'do-not-reply@hotel.example')
  end
end
