using System.Security.Cryptography;
using System.Text;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.OneBot;

/// <summary>
/// Takes the events that bridges post by HTTP, at the path named after the bot. Only signed calls are taken: without a signature anybody could
/// give the owner's orders. A signed one that is sent again later is too old, or, within the window, an event that is known.
/// </summary>
internal sealed class OneBotCallbacks(OneBotOptions options, OneBotEvents reader, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private static readonly CallbackReply Taken = new(204);
    private static readonly CallbackReply Refused = new(403);

    public IReadOnlyCollection<string> Endpoints { get; } = [.. options.Bots.Where(bot => KeyOf(bot.Value).Length > 0).Select(bot => bot.Key)];

    public async Task<CallbackReply> ReceiveAsync(CallbackRequest request, IChatEvents events, CancellationToken cancellationToken)
    {
        if (!options.Bots.TryGetValue(request.Endpoint, out var bot) || !IsGenuine(request, bot) || PlatformJson.Parse(request.Body) is not { } json)
            return Refused;
        if (!OneBotEvents.IsWithin(json, Window, time.GetUtcNow()))
            return Refused;

        if (reader.Read(request.Endpoint, json) is { } chatEvent)
            await events.TakeAsync(chatEvent, cancellationToken);
        return Taken;
    }

    /// <summary>What the bridge signs with: its secret, or with NapCat and LLBot the token itself.</summary>
    private static string KeyOf(OneBotBot bot) => bot.Secret.Length > 0 ? bot.Secret : bot.AccessToken;

    private static bool IsGenuine(CallbackRequest request, OneBotBot bot) =>
        request.Method == "POST"
        && KeyOf(bot) is { Length: > 0 } key
        && Header(request, "X-Signature") is { } signature
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.ASCII.GetBytes(Sign(key, request.Body.Span)))
        && (bot.SelfId == 0 || Header(request, "X-Self-ID") == $"{bot.SelfId}");

    /// <summary>The signature of a body as the bridge writes it, over the bytes as they came.</summary>
#pragma warning disable CA5350 // OneBot 11 signs with SHA-1.
    public static string Sign(string key, ReadOnlySpan<byte> body) => $"sha1={Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), body))}";
#pragma warning restore CA5350

    private static string? Header(CallbackRequest request, string name) =>
        request.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
