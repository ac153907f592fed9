class ConsentController < ApplicationController
  def create
    cookies[:cookie_consent] = { value: "all", expires: 2.years.from_now, secure: true }
    cookies[:visitor_id] = { value: id, expires: 2.years }
    cookies.permanent[:visitor_id] = SecureRandom.uuid
  end
end
