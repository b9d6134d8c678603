import type { ChatCompletionCreateParams, ChatCompletionChunk, ChatCompletion } from 'openai/resources/chat/completions';
import type { ResponseCreateParams, ResponseStreamEvent, Response } from 'openai/resources/responses/responses';
export type ChatRequest = ChatCompletionCreateParams;
export type ChatChunk = ChatCompletionChunk;
export type Chat = ChatCompletion;
export type ResponsesRequest = ResponseCreateParams;
export type ResponsesEvent = ResponseStreamEvent;
export type ResponsesResponse = Response;
