namespace DealBot.Networks.Taobao;

/// <summary>How requests are signed. TOP takes all three from every application.</summary>
public enum TaobaoSignMethod
{
    /// <summary>MD5 over secret, fields, secret (<c>md5</c>).</summary>
    Md5,

    /// <summary>HMAC-MD5 with the secret as key (<c>hmac</c>).</summary>
    Hmac,

    /// <summary>HMAC-SHA256 with the secret as key (<c>hmac-sha256</c>).</summary>
    HmacSha256,
}
