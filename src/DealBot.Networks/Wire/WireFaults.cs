namespace DealBot.Networks.Wire;

/// <summary>DealBot's own codes, for what networks have none for.</summary>
internal static class WireFaults
{
    public const string Transport = "transport";
    public const string Timeout = "timeout";
    public const string HtmlBody = "html_body";
    public const string BrokenJson = "broken_json";
    public const string EmptyBody = "empty_body";
    public const string EmptyResult = "empty_result";
    public const string MissingResult = "missing_result";
    public const string BadChannel = "bad_channel";
    public const string BadPositionId = "bad_position_id";
    public const string NoLink = "no_link";
    public const string ForeignLink = "foreign_link";
    public const string UnconvertedLink = "unconverted_link";
    public const string TrackingMismatch = "tracking_mismatch";
    public const string UnionMismatch = "union_mismatch";
    public const string UnprovenLink = "unproven_link";
    public const string OtherItem = "other_item";
    public const string BadSubId = "bad_sub_id";
    public const string WindowTooFull = "window_too_full";

    private const string HttpPrefix = "http_";

    public static string Http(int status) => $"{HttpPrefix}{status}";

    public static int? HttpStatus(string code) =>
        code.StartsWith(HttpPrefix, StringComparison.Ordinal) && int.TryParse(code.AsSpan(HttpPrefix.Length), out var status)
            ? status
            : null;
}
