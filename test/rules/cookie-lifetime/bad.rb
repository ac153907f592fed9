class ConsentController < ApplicationController
  def create
    cookies[:cookie_consent] = { value: "all", expires: 2.years.from_now, secure: true }
    cookies.permanent[:visitor_id] = SecureRandom.uuid
  end
end
