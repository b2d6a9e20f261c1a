namespace DealBot.Simulators.WeCom;

/// <summary>Uploads, each for messages of the robot that made it, for three days. Not safe to use from many threads.</summary>
internal sealed class WeComMediaShelf
{
    private const int TooSmall = 5;
    private const int MostFileBytes = 20 * 1024 * 1024;
    private const int MostVoiceBytes = 2 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    private readonly Dictionary<string, WeComMedia> _media = new(StringComparer.Ordinal);

    /// <summary>0, or the code of the refusal. Which code WeCom gives for which of these faults is not documented.</summary>
    public static int Judge(string type, (string Name, byte[] Bytes)? file) => (type, file) switch
    {
        (not ("file" or "voice"), _) => 40058,
        (_, null or { Name.Length: 0 }) => 40063,
        (_, { Bytes.Length: <= TooSmall or > MostFileBytes }) => 40058,
        ("voice", { Bytes: var bytes }) when bytes.Length > MostVoiceBytes || !bytes.AsSpan().StartsWith("#!AMR"u8) => 40058,
        _ => 0,
    };

    public string Keep(string key, string type, WeComReceivedFile file, DateTimeOffset now)
    {
        var mediaId = $"3a8asd892asd8asd{_media.Count + 1:D4}";
        _media.Add(mediaId, new WeComMedia(key, type, file, now));
        return mediaId;
    }

    public WeComMedia? Find(string key, string mediaId, DateTimeOffset now) =>
        _media.TryGetValue(mediaId, out var media) && media.Key == key && now - media.At < Kept ? media : null;
}
