using System.Text.Json.Serialization;

namespace DealBot.Adapters.WeComTask.Payloads;

/// <summary>Whose groups are asked for.</summary>
internal sealed record WeComOwnerFilter([property: JsonPropertyName("userid_list")] IReadOnlyList<string> UserIds);
