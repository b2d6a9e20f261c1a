using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Chat;

/// <summary>One call that posts something, body read.</summary>
/// <param name="Http">The request; its body is used up.</param>
/// <param name="Body">The body as it came.</param>
public sealed record ChatRequest(HttpRequest Http, byte[] Body);
