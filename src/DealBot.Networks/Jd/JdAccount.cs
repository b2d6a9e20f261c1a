using System.Text;

namespace DealBot.Networks.Jd;

/// <summary>One JD Union account. Its text form holds neither the secret nor the token.</summary>
public sealed record JdAccount
{
    /// <summary>Key of the application in the JD Union console.</summary>
    public string AppKey { get; init; } = "";

    /// <summary>Secret that requests are signed with. A secret.</summary>
    public string AppSecret { get; init; } = "";

    /// <summary>OAuth token; null unless the application was told to use one. A secret.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Union id (联盟 ID) that earns the commission; digits.</summary>
    public string UnionId { get; init; } = "";

    /// <summary>Id of the filed website or app (备案); digits. Must match the filing or orders come back invalid (code 14).</summary>
    public string? SiteId { get; init; }

    /// <summary>Promotion position (推广位) used where a group has none of its own; digits.</summary>
    public string? PositionId { get; init; }

    /// <summary>Conversion interface that the account may use. Default <see cref="JdLinkApi.Common"/>.</summary>
    public JdLinkApi LinkApi { get; init; } = JdLinkApi.Common;

    /// <summary>
    /// Whether JD granted the white-list for subUnionId. Without it JD refuses or drops the field, and only a position of its own tells a
    /// group's orders apart. Default false; <see cref="JdLinkApi.BySubUnionId"/> implies it.
    /// </summary>
    public bool MaySetSubUnionId { get; init; }

    // A record's ToString names every property; this one must not name the secrets.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("AppKey = ").Append(AppKey)
            .Append(", UnionId = ").Append(UnionId)
            .Append(", SiteId = ").Append(SiteId)
            .Append(", PositionId = ").Append(PositionId)
            .Append(", LinkApi = ").Append(LinkApi)
            .Append(", MaySetSubUnionId = ").Append(MaySetSubUnionId);
        return true;
    }
}
