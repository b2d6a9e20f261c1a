namespace DealBot.Networks.Jd;

/// <summary>Which conversion interface the account may use.</summary>
public enum JdLinkApi
{
    /// <summary><c>promotion.common.get</c>, open to everybody; needs <see cref="JdAccount.SiteId"/>. Gives long links only.</summary>
    Common,

    /// <summary><c>promotion.bysubunionid.get</c>, on application; orders then carry the subUnionId. Gives short links too.</summary>
    BySubUnionId,
}
