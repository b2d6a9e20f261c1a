using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>
/// Tries an account: whether its positions are on file (备案) and, where not, by which link they are filed; then whether deals, links and orders come.
/// </summary>
internal sealed class PddProbe(PddOptions options, PddAccount account, PddCustomParameters parameters, PddClient client, TimeProvider clock)
{
    // The number by which the interface for channels makes filing links.
    private const int Filing = 10;

    /// <inheritdoc cref="PddAccount.Positions" />
    public IReadOnlyList<string> Positions => account.Positions;

    /// <inheritdoc cref="PddAccount.Pid" />
    public string GeneralPosition => account.Pid;

    /// <summary>Every fault that shows; none if all is well.</summary>
    public async Task<IReadOnlyList<AccountFault>> RunAsync(IAffiliateNetwork network, CancellationToken cancellationToken)
    {
        try
        {
            // A position that is not on file is why conversions fail, so there is no need to try one.
            var unfiled = await UnfiledAsync(cancellationToken);
            return unfiled.Any(fault => fault.Field == nameof(PddAccount.Pid))
                ? unfiled
                : [.. unfiled, .. await AccountProbe.RunAsync(network, PddErrors.All, clock, cancellationToken)];
        }
        catch (NetworkException exception)
        {
            return [PddErrors.All.FaultOf(exception.Code, exception.Reason)];
        }
    }

    private async Task<List<AccountFault>> UnfiledAsync(CancellationToken cancellationToken)
    {
        var faults = new List<AccountFault>();
        foreach (var (position, field) in account.Positions.Select(position => (position, nameof(PddAccount.Positions))).Prepend((account.Pid, nameof(PddAccount.Pid))))
        {
            var reply = await client.CallAsync(
                new PddRequest(PddMethods.QueryAuthority, ("pid", position), ("custom_parameters", parameters.Write(null))), cancellationToken);

            // A refusal tells nothing of positions; if it is of the whole account, the calls that follow are refused too.
            if (reply.Code != WireReply.Ok)
            {
                break;
            }

            if (reply.Result["bind"].Number == 0)
            {
                faults.Add(new AccountFault(field, Explain(position, await FilingLinkAsync(position, cancellationToken))));
            }
        }

        return faults;
    }

    private static Phrase Explain(string position, string? link) => link is null
        ? new Phrase(
            $"推广位 {position} 未备案：请到多多进宝后台（jinbao.pinduoduo.com）办理备案",
            $"The promotion position {position} is not on file: file it on jinbao.pinduoduo.com")
        : new Phrase(
            $"推广位 {position} 未备案：请用本账号的拼多多 App 打开这个链接完成备案：{link}",
            $"The promotion position {position} is not on file: open this link in the Pinduoduo app of the account and confirm: {link}");

    /// <summary>Null if none came, or one that leads elsewhere: the owner is told to open it.</summary>
    private async Task<string?> FilingLinkAsync(string position, CancellationToken cancellationToken)
    {
        var request = new PddRequest(
            PddMethods.PromoteChannel,
            ("channel_type", Filing),
            ("p_id_list", new[] { position }),
            ("custom_parameters", parameters.Write(null)),
            ("generate_short_url", true));
        var reply = await client.CallAsync(request, cancellationToken);
        var links = reply.Result["url_list"].Items.FirstOrDefault();
        var link = links["short_url"].Text ?? links["url"].Text ?? links["mobile_url"].Text;
        return link is not null && LinkTrust.Check(link, "", options.LinkHosts, out _) is null ? link : null;
    }
}
