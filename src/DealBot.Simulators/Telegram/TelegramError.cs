using System.Text.Json.Serialization;

namespace DealBot.Simulators.Telegram;

/// <summary>A refusal in Telegram's words; its code is the HTTP status too.</summary>
internal sealed record TelegramError(
    [property: JsonPropertyName("error_code")] int Code,
    [property: JsonPropertyName("description")] string Description)
{
    [JsonPropertyName("ok")]
    public bool Ok { get; } = false;

    [JsonPropertyName("parameters")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Parameters { get; init; }

    public static TelegramError Of(int code) => code switch
    {
        401 => new(401, "Unauthorized"),
        403 => new(403, "Forbidden: bot was kicked from the supergroup chat"),
        404 => new(404, "Not Found"),
        429 => TooMany(7),
        500 => new(500, "Internal Server Error"),
        _ => new(code, "Bad Request: wrong parameter"),
    };

    public static TelegramError TooMany(int seconds) => new(429, $"Too Many Requests: retry after {seconds}")
    {
        Parameters = new { retry_after = seconds },
    };

    public static TelegramError Migrated(long chatId) => new(400, "Bad Request: group chat was upgraded to a supergroup chat")
    {
        Parameters = new { migrate_to_chat_id = chatId },
    };

    public static TelegramError ChatNotFound { get; } = new(400, "Bad Request: chat not found");
}
