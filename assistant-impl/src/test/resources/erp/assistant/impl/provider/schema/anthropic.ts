import type { MessageCreateParams, RawMessageStreamEvent, Message } from '@anthropic-ai/sdk/resources';
export type AnthropicRequest = MessageCreateParams;
export type AnthropicEvent = RawMessageStreamEvent;
export type AnthropicMessage = Message;
