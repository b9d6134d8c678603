// Cuts a JSON Schema down to what requests with text and functions, and streams of text, need: properties and alternatives that lead
// to files, images and other things that the assistant never sends are dropped, which only makes the schema stricter. Node 20, no packages.
//   node reduce.mjs <schema.json> <title, ends in Request, Event or Answer> > <reduced.json>
import { readFileSync } from 'node:fs';

const [, , file, title] = process.argv;
const { definitions, $ref, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
const DROPPED = new Set([
  // requests
  'functions', 'function_call', 'web_search_options', 'response_format', 'audio', 'prediction', 'moderation',
  'container', 'diagnostics', 'output_config', 'thinking', 'conversation', 'context_management', 'prompt', 'include', 'text',
  'reasoning', 'modalities', 'image',
]);
const DROPPED_OF_RESPONSES = new Set(['tools', 'tool_choice', 'tool_calls']);
// What a request says of functions that the model may ask for, of its calls and of what came of them.
const FUNCTIONS = /^(Tool|Tool\.InputSchema|ToolUnion|ToolChoice|ToolChoiceNone|ToolChoiceOptions|ToolUseBlockParam|ToolResultBlockParam|ChatCompletion(Function)?Tool|FunctionDefinition|FunctionParameters|ChatCompletionToolChoiceOption|ChatCompletionMessage(Function)?ToolCall(\.Function)?|ChatCompletionToolMessageParam|FunctionTool|ResponseFunctionToolCall(\.Direct)?|ResponseInputItem\.FunctionCallOutput(\.Direct)?)$/;
const isResponse = !title.endsWith('Request');
const LEAF = /(Image|File|Audio|Video|Document|Tool|Search|Computer|Browser|Shell|Mcp|Code|Container|Compact|Reasoning|Thinking|Citation|Annotation|Custom|Program|Local|Patch|Server|Function|Agent|Memory|Skill|Moderation|Fallback|Steer|Logprob|Item\.|Diagnostics|Location)/;
const kept = {};
let dropping = false;

function reduce(node) {
  if (Array.isArray(node)) return node.map((n) => reduce(n));
  if (node === null || typeof node !== 'object') return node;
  if (node.$ref) {
    const name = node.$ref.split('/').pop();
    keep(decodeURIComponent(name));
    return { $ref: node.$ref };
  }
  const out = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties') {
      out.properties = {};
      for (const [name, property] of Object.entries(value)) {
        if (dropped(name)) continue;
        // Added by the vendor's client to what it received, not part of what is sent.
        if (isResponse && name === 'output_text') continue;
        out.properties[name] = unwanted(property) ? {} : reduce(property);
      }
    } else if (key === 'anyOf') {
      const wanted = value.filter((n) => !unwanted(n));
      if (wanted.length) out.anyOf = wanted.map((n) => reduce(n));
    } else if (key === 'required') {
      // Of what is received only the type: the clients' types promise more than streams and compatible servers send.
      out.required = value.filter((name) => (isResponse ? name === 'type' : !dropped(name)));
    } else if (key === 'items') {
      out.items = unwanted(value) ? false : reduce(value);
    } else {
      out[key] = reduce(value);
    }
  }
  return out;
}

function dropped(name) {
  return dropping && (DROPPED.has(name) || (isResponse && DROPPED_OF_RESPONSES.has(name)));
}

function unwanted(node) {
  if (!isResponse && FUNCTIONS.test(decodeURIComponent(node?.$ref?.split('/').pop() ?? ''))) return false;
  return typeof node?.$ref === 'string' && LEAF.test(decodeURIComponent(node.$ref.split('/').pop()).replace(/^Response(?=Reasoning)/, ''))
    && !/(OutputMessage|OutputText|InputText|TextBlock|ContentPartText)$/.test(node.$ref);
}

function keep(name) {
  if (kept[name] !== undefined) return;
  kept[name] = null;
  const before = dropping;
  dropping = /CreateParams(Streaming|NonStreaming)$/.test(name);
  kept[name] = reduce(definitions[name]);
  dropping = before;
}

// In an allOf, because draft 7 does not look at what stands beside a $ref.
const root = $ref ? { allOf: [reduce({ $ref })] } : reduce(rest);
const lines = Object.keys(kept).sort().map((name) => `    ${JSON.stringify(name)}: ${JSON.stringify(kept[name])}`);
console.log(`{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "title": ${JSON.stringify(title)},`);
for (const [key, value] of Object.entries(root)) if (!['$schema', 'definitions'].includes(key)) console.log(`  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
console.log(`  "definitions": {\n${lines.join(',\n')}\n  }\n}`);
