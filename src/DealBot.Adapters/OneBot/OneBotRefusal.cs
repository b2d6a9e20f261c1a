using System.Net;
using System.Net.Http.Headers;

namespace DealBot.Adapters.OneBot;

/// <summary>A WebSocket that was refused by an HTTP answer.</summary>
internal sealed record OneBotRefusal(HttpStatusCode Status, RetryConditionHeaderValue? RetryAfter);
