using System.Text.Json.Nodes;

namespace DealBot.Simulators.Pdd;

/// <summary><c>pdd.ddk.member.authority.query</c> and the part of <c>pdd.ddk.rp.prom.url.generate</c> that makes links which file a position.</summary>
internal sealed class PddAuthorityMethods(PddFiling filing)
{
    public const string Page = "duo_authority.html";

    private const int FilingChannel = 10;

    public PddAnswer Query(PddCall call)
    {
        if (call.Input.Text("pid") is not { } position)
            return PddAnswer.BadParameters("pid");

        return call.Account.Positions.Contains(position)
            ? new PddAnswer("authority_query_response", new JsonObject { ["bind"] = filing.IsFiled(call.Account, position) ? 1 : 0 })
            : PddAnswer.Refused(50001, "业务服务错误", "推广位不存在");
    }

    public static PddAnswer Promote(PddCall call)
    {
        var positions = call.Input.List("p_id_list");
        if (call.Input.Malformed is not null || positions.Count != 1 || !call.Account.Positions.Contains(positions[0]))
            return PddAnswer.BadParameters("p_id_list");

        if (call.Input.Number("channel_type") != FilingChannel)
            return PddAnswer.BadParameters("channel_type");

        var url = new Uri(call.Base, $"{Page}?pid={positions[0]}").AbsoluteUri;
        return new PddAnswer("rp_promotion_url_generate_response", new JsonObject
        {
            ["url_list"] = new JsonArray(new JsonObject { ["url"] = url, ["mobile_url"] = url, ["short_url"] = url, ["mobile_short_url"] = url }),
        });
    }
}
