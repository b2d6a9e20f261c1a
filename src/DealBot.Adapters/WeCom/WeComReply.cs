using System.Text.Json.Serialization;

namespace DealBot.Adapters.WeCom;

/// <summary>WeCom's answer. Its text is not read: WeCom says that it may change, and it shows the server's address.</summary>
internal sealed record WeComReply([property: JsonPropertyName("errcode")] int? ErrorCode);
