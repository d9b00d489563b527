import { Alert, Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { words } from '../words/work.ts'

/** A page that fails says so in its place; the frame around it stays, with what waits to be stored. */
export class PageFault extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={words.pageFailed}
        action={<Button onClick={() => window.location.reload()}>{words.openAgain}</Button>}
      />
    )
  }
}
