using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DealBot.Simulators.Chat;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.DingTalk;

/// <summary>The robots with their settings, their limit, and what they posted.</summary>
internal sealed class DingTalkGroups(DingTalkSimulatorOptions options)
{
    private const int CallsPerMinute = 20;
    private const int BodyBytes = 20_000;

    private static readonly TimeSpan Punishment = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SignatureLife = TimeSpan.FromHours(1);

    private readonly CallRate _rate = new(CallsPerMinute, TimeSpan.FromMinutes(1));
    private readonly ConcurrentDictionary<string, DateTimeOffset> _punishedUntil = new(StringComparer.Ordinal);
    private int _refusedWhilePunished;

    public ChatLog<DingTalkReceived> Log { get; } = new();

    public DingTalkVerdict Post(IQueryCollection query, byte[] body)
    {
        var (token, now) = (query["access_token"].ToString(), options.Time.GetUtcNow());
        if (!options.Robots.TryGetValue(token, out var robot))
            return DingTalkVerdict.NoSuchToken;
        if (_punishedUntil.TryGetValue(token, out var end) && now < end)
            return Punish();

        if (!_rate.Admits(token, now))
        {
            _punishedUntil[token] = now + Punishment;
            return DingTalkVerdict.TooFast;
        }

        return CheckSignature(robot, query, now) ?? Take(robot, body, now);
    }

    // Seen in the wild: some refusals come from a gateway in front, without an errcode.
    private DingTalkVerdict Punish() => Interlocked.Increment(ref _refusedWhilePunished) % 2 == 1 ? DingTalkVerdict.Denied : DingTalkVerdict.TooFast;

    private static DingTalkVerdict? CheckSignature(SimulatedRobot robot, IQueryCollection query, DateTimeOffset now)
    {
        if (robot.Secret.Length == 0)
            return null;

        var timestamp = query["timestamp"].ToString();
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || (now - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).Duration() > SignatureLife)
        {
            return DingTalkVerdict.WrongTime;
        }

        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(robot.Secret), Encoding.UTF8.GetBytes(timestamp + "\n" + robot.Secret));
        return query["sign"] == Convert.ToBase64String(hash) ? null : DingTalkVerdict.WrongSign;
    }

    private DingTalkVerdict Take(SimulatedRobot robot, byte[] body, DateTimeOffset now)
    {
        if (body.Length > BodyBytes)
            return DingTalkVerdict.TooLong;

        var message = ChatJson.Parse(body);
        var type = message.TextAt("msgtype");
        var content = message.At(type);
        if (!IsComplete(type, content))
            return DingTalkVerdict.WrongType;
        if (!robot.Accepts(content.Texts()))
            return DingTalkVerdict.NoKeyword;

        Log.Add(new DingTalkReceived(robot.Chat, now, type, content));
        return DingTalkVerdict.Ok;
    }

    private static bool IsComplete(string type, JsonElement content) => type switch
    {
        "text" => Has(content, "content"),
        "markdown" => Has(content, "title", "text"),
        "link" => Has(content, "title", "text", "messageUrl"),
        "actionCard" => Has(content, "title", "text") && (Has(content, "singleTitle", "singleURL") || content.At("btns").Items().Any()),
        "feedCard" => content.At("links").Items().Any(link => Has(link, "title", "messageURL", "picURL")),
        _ => false,
    };

    private static bool Has(JsonElement content, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (content.TextAt(name).Length == 0)
                return false;
        }

        return true;
    }
}
