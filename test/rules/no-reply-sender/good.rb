# default from: 'no-reply@hotel.example'
class StayMailer < ApplicationMailer
  default from: 'reception@hotel.example'

  def invoice(guest)
    mail(to: 'no-reply@guest.example', return_path: 'noreply@hotel.example')
    raise ArgumentError, 'noreply@hotel.example cannot answer' if guest.email == 'noreply@hotel.example'
  end
end
