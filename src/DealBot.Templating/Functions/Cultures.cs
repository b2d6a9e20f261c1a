using System.Globalization;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The cultures that functions take by name.</summary>
internal static class Cultures
{
    /// <summary>The named culture, or that of the rendering when none is named.</summary>
    public static CultureInfo Find(RenderContext context, string? name)
    {
        if (string.IsNullOrEmpty(name))
            return context.Options.Culture;
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw new FunctionFailure($"`{name}` is not a culture, such as `zh-CN` or `en-US`.");
        }
    }
}
