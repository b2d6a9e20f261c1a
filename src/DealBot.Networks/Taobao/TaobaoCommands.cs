using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>Makes command texts (淘口令), which a member copies and opens in Taobao's app where a chat blocks its links.</summary>
internal sealed partial class TaobaoCommands(TaobaoClient client)
{
    /// <summary>The link with its command, made of this very link; the refusal if Taobao makes none.</summary>
    public async Task<LinkResult> AddAsync(TrackingLink proven, CancellationToken cancellationToken)
    {
        var request = new TaobaoRequest(TaobaoMethods.CreateCommand, ("url", proven.Url.AbsoluteUri));
        var reply = await client.CallAsync(request, cancellationToken);
        if (reply.Code != WireReply.Ok)
        {
            return TaobaoErrors.All.Refuse(reply, request.Method);
        }

        return Read(reply.Result["data"]) is { } command
            ? new LinkResult.Converted(proven with { Command = command })
            : TaobaoErrors.All.Refuse(TaobaoErrors.NoCommand);
    }

    /// <summary>The token alone. The whole text (<c>model</c>) also holds a short link, which nobody has proven.</summary>
    private static string? Read(WireNode data) => Token(data["password_simple"].Text) ?? Token(data["model"].Text);

    private static string? Token(string? text) => text is not null && Shape().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>A token between two signs of the same kind: ￥AbCdEfG￥, or another currency's, which Taobao varies.</summary>
    [GeneratedRegex(@"([\p{Sc}])[0-9A-Za-z]{5,32}\1", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
