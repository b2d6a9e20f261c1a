using System.Text.Json;
using System.Text.RegularExpressions;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>
/// The custom_parameters of one account's links: JSON of at most 64 bytes, <c>{"uid":"…","sid":"…"}</c>. The uid must stand for one user and is what
/// a position is filed with (备案), so it is the owner's; the sid is free and carries the sub id.
/// </summary>
internal sealed partial class PddCustomParameters(PddAccount account)
{
    private const int MostBytes = 64;

    /// <summary>How long a sub id may be beside this account's uid; 0 if the account may not set custom parameters.</summary>
    public int SubIdLength => account.MaySetCustomParameters ? MostBytes - Json("").Length : 0;

    public static bool IsUid(string uid) => Uid().IsMatch(uid);

    public bool CanCarry(string subId) => subId.Length <= SubIdLength && SubId().IsMatch(subId);

    /// <summary>The text to send; null if the account may not set any.</summary>
    /// <param name="subId">One that <see cref="CanCarry"/> says yes to; null for the owner's uid alone.</param>
    public string? Write(string? subId) => account.MaySetCustomParameters ? subId is null ? $$"""{"uid":"{{account.Uid}}"}""" : Json(subId) : null;

    /// <summary>The sub id in what an order or a link carries; null if there is none. Other tools write bare texts or a uid of their own, which then is it.</summary>
    public string? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            var json = WireNode.Parse(text);
            if (json.IsObject)
            {
                return json["sid"].Text ?? (json["uid"].Text is { } uid && uid != account.Uid ? uid : null);
            }
        }
        catch (JsonException)
        {
            // A bare text, which Pinduoduo takes as well.
        }

        return text.Trim();
    }

    private string Json(string subId) => $$"""{"uid":"{{account.Uid}}","sid":"{{subId}}"}""";

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Uid();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex SubId();
}
