using System.Collections.Concurrent;
using System.Globalization;
using DealBot.Simulators.Chat;

namespace DealBot.Simulators.Feishu;

/// <summary>Apps, their tokens, and the pictures that they uploaded.</summary>
internal sealed class FeishuPictures(FeishuSimulatorOptions options)
{
    private const int MaxBytes = 10 * 1024 * 1024;
    private const int BadToken = 99991663;

    // The codes of bad credentials and pictures are recalled; nothing may depend on them.
    private const int BadSecret = 10014;
    private const int BadPicture = 234001;

    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _pictures = new(StringComparer.Ordinal);
    private int _given;

    /// <summary>Tokens given so far.</summary>
    public int TokensGiven => Volatile.Read(ref _given);

    /// <summary>Lets all tokens end before their time.</summary>
    public void RevokeTokens() => _tokens.Clear();

    /// <summary>An uploaded picture; null if nobody uploaded it.</summary>
    public byte[]? Find(string key) => _pictures.GetValueOrDefault(key);

    public ChatAnswer GiveToken(ChatRequest request)
    {
        var body = ChatJson.Parse(request.Body);
        if (!options.Apps.TryGetValue(body.TextAt("app_id"), out var secret) || body.TextAt("app_secret") != secret)
            return FeishuReply.BadCall(BadSecret);

        var token = string.Create(CultureInfo.InvariantCulture, $"t-{Interlocked.Increment(ref _given):x8}");
        _tokens[token] = options.Time.GetUtcNow() + TokenLife;
        return FeishuReply.Json(new { code = 0, msg = "ok", tenant_access_token = token, expire = (int)TokenLife.TotalSeconds });
    }

    public async Task<ChatAnswer> UploadAsync(ChatRequest request)
    {
        var authorization = request.Http.Headers.Authorization.ToString();
        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal) || !_tokens.TryGetValue(authorization["Bearer ".Length..], out var end) || options.Time.GetUtcNow() >= end)
            return FeishuReply.BadCall(BadToken);

        if (await request.FileAsync("image") is not { } file || request.Http.Form["image_type"] != "message" || file.Bytes.Length is 0 or > MaxBytes)
            return FeishuReply.BadCall(BadPicture);

        var key = $"img_v3_{Guid.NewGuid():N}";
        _pictures[key] = file.Bytes;
        return FeishuReply.Json(new { code = 0, msg = "success", data = new { image_key = key } });
    }
}
