using System.Security.Cryptography;
using System.Text;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Telegram;

/// <summary>Takes the updates that Telegram posts to a webhook, at the path named after the bot, if they bear the secret that was agreed.</summary>
internal sealed class TelegramCallbacks(TelegramOptions options, TelegramUpdates reader)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private static readonly CallbackReply Taken = new(200);
    private static readonly CallbackReply Refused = new(403);

    public IReadOnlyCollection<string> Endpoints { get; } = [.. options.Bots.Where(bot => bot.Value.WebhookSecret.Length > 0).Select(bot => bot.Key)];

    public async Task<CallbackReply> ReceiveAsync(CallbackRequest request, IChatEvents events, CancellationToken cancellationToken)
    {
        if (!IsGenuine(request) || PlatformJson.Parse(request.Body) is not { } update)
            return Refused;

        if (reader.Read(request.Endpoint, update) is { } chatEvent)
            await events.TakeAsync(chatEvent, cancellationToken);
        return Taken;
    }

    private bool IsGenuine(CallbackRequest request)
    {
        var secret = options.Bots.GetValueOrDefault(request.Endpoint)?.WebhookSecret ?? "";
        var given = request.Headers.FirstOrDefault(header => header.Key.Equals(SecretHeader, StringComparison.OrdinalIgnoreCase)).Value ?? "";
        return request.Method == "POST" && secret.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(secret));
    }
}
