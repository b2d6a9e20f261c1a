using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;

namespace DealBot.Host.Web;

/// <summary>Which language a page is shown in.</summary>
public sealed class PageLanguage(LiveConfiguration configuration)
{
    /// <summary>That of the link's group; the browser's if the group is no longer configured.</summary>
    public Language Of(TrackedLink link, HttpRequest request) => configuration.Current.FindGroup(link.GroupId)?.Language ?? Of(request);

    /// <summary>The one that the browser would rather have; Chinese if it asks for neither.</summary>
    public static Language Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(wanted => wanted.Quality is not 0)
        .OrderByDescending(wanted => wanted.Quality ?? 1)
        .Select(wanted => Named(wanted.Value.Value ?? ""))
        .FirstOrDefault(language => language is not null) ?? Language.Chinese;

    private static Language? Named(string tag) => tag.Split('-')[0].ToLowerInvariant() switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };
}
