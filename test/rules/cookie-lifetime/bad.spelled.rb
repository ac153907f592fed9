class ConsentsController < ApplicationController
  def update
    cookies.permanent.signed[:cookie_consent] = { value: params[:choice], httponly: true }
    cookies.permanent[:tracking] = "yes"
    head :no_content
  end
end
