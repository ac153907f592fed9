import { Component } from 'react';
import { Notice } from './Notice';

export class Cookies extends Component {
  state = { text: 'Wenn Sie weitersurfen, stimmen Sie der Verwendung von Cookies zu.' };
  render() {
    return <Notice content={this.state.text} />;
  }
}
