import React from 'react';
export default class Signup extends React.Component {
  state = { email: '', agree: false };
  handleChange = (e) => {
    const { name, type, checked, value } = e.target;
    this.setState({ [name]: type === 'checkbox' ? checked : value });
  };
  render() {
    return (
      <form onSubmit={this.submit}>
        <input name="email" value={this.state.email} onChange={this.handleChange} />
        <div className="form-check">
          <input className="form-check-input" type="checkbox" id="agree" name="agree" checked={this.state.agree} onChange={this.handleChange} required />
          <label className="form-check-label" htmlFor="agree">
            I accept the <a href="/terms">terms</a> and want to receive special offers
          </label>
        </div>
      </form>
    );
  }
}
