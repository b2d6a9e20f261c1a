namespace DealBot.Core.Posting;

/// <summary>Writes the links that members see: the public address of the redirect endpoint and a code.</summary>
public sealed class PublicLinks(Uri baseUrl)
{
    private readonly string _prefix = baseUrl.AbsoluteUri.TrimEnd('/') + "/g/";

    public string For(string code) => _prefix + code;
}
