using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DealBot.Simulators.Chat;

namespace DealBot.Simulators.Feishu;

/// <summary>The robots with their settings, their limits, and what they posted.</summary>
internal sealed class FeishuGroups(FeishuSimulatorOptions options, FeishuPictures pictures)
{
    private const int Ok = 0;
    private const int BadRequest = 9499;
    private const int TooFast = 11232;
    private const int BadToken = 19001;
    private const int BadType = 19002;
    private const int BadSign = 19021;
    private const int NoKeyword = 19024;
    private const int BodyBytes = 20_000;

    private static readonly TimeSpan SignatureLife = TimeSpan.FromHours(1);

    private readonly CallRate _second = new(5, TimeSpan.FromSeconds(1));
    private readonly CallRate _minute = new(100, TimeSpan.FromMinutes(1));

    public ChatLog<FeishuReceived> Log { get; } = new();

    /// <summary>What becomes of a message: its code.</summary>
    public int Post(string token, byte[] body)
    {
        var now = options.Time.GetUtcNow();
        if (!options.Robots.TryGetValue(token, out var robot))
            return BadToken;
        if (!_second.Admits(token, now) || !_minute.Admits(token, now))
            return TooFast;

        var message = ChatJson.Parse(body);
        if (body.Length > BodyBytes || message.ValueKind != JsonValueKind.Object)
            return BadRequest;

        return IsSigned(robot, message, now) ? Take(robot, message, now) : BadSign;
    }

    private static bool IsSigned(SimulatedRobot robot, JsonElement message, DateTimeOffset now)
    {
        if (robot.Secret.Length == 0)
            return true;

        var timestamp = message.TextAt("timestamp");
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > SignatureLife)
        {
            return false;
        }

        // Key and message are not as others have them: a signature made the usual way is refused.
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(timestamp + "\n" + robot.Secret));
        return message.TextAt("sign") == Convert.ToBase64String(hmac.ComputeHash(Array.Empty<byte>()));
    }

    private int Take(SimulatedRobot robot, JsonElement message, DateTimeOffset now)
    {
        var type = message.TextAt("msg_type");
        var content = message.At(type == "interactive" ? "card" : "content");
        if (!IsComplete(type, content))
            return BadType;

        var pictureKey = PictureKeyOf(type, content);
        var picture = pictureKey.Length == 0 ? [] : pictures.Find(pictureKey);
        if (picture is null)
            return BadType;
        if (!robot.Accepts(Words(type, content)))
            return NoKeyword;

        Log.Add(new FeishuReceived(robot.Chat, now, type, content) { Picture = picture });
        return Ok;
    }

    private static bool IsComplete(string type, JsonElement content) => type switch
    {
        "text" => content.TextAt("text").Length > 0,
        "image" => content.TextAt("image_key").Length > 0,
        "post" => Article(content).At("content").Items().Any(line => line.Items().Any()),
        "interactive" => content.TextAt("schema") == "2.0" && content.At("body", "elements").Items().All(element => element.TextAt("tag").Length > 0),
        _ => false,
    };

    private static string PictureKeyOf(string type, JsonElement content) => type == "image"
        ? content.TextAt("image_key")
        : Article(content).At("content").Items().SelectMany(line => line.Items()).Select(piece => piece.TextAt("image_key")).FirstOrDefault(key => key.Length > 0, "");

    /// <summary>Keywords are looked for in texts and titles; where a link leads does not count.</summary>
    private static IEnumerable<string> Words(string type, JsonElement content) => type switch
    {
        "text" => [content.TextAt("text")],
        "post" => [Article(content).TextAt("title"), .. Article(content).At("content").Items().SelectMany(line => line.Items()).Select(piece => piece.TextAt("text"))],
        "interactive" => [content.TextAt("header", "title", "content"), .. content.At("body", "elements").Items().SelectMany(element => new[] { element.TextAt("content"), element.TextAt("text", "content") })],
        _ => [],
    };

    private static JsonElement Article(JsonElement content) => content.At("post", "zh_cn");
}
