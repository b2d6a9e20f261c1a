using System.Net;

namespace DealBot.Core.Clicks;

/// <summary>What is known of a request for a link.</summary>
/// <param name="Method">GET or HEAD.</param>
/// <param name="UserAgent">The <c>User-Agent</c> header, empty if there is none.</param>
/// <param name="Purpose">What the headers <c>Sec-Purpose</c>, <c>Purpose</c>, <c>X-Purpose</c> or <c>X-Moz</c> say; null if none is there.</param>
/// <param name="Address">Where it comes from.</param>
/// <param name="IsOwnDevice">Whether the device was named by the owner as his own.</param>
public readonly record struct ClickRequest(string Method, string UserAgent, string? Purpose, IPAddress Address, bool IsOwnDevice);
