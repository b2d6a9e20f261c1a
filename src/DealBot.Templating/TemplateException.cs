namespace DealBot.Templating;

/// <summary>The only exception a rendering throws: a fault while running, a limit that was reached, or cancellation.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Creates the exception for a fault at a place.</summary>
    /// <param name="place">Where and what.</param>
    /// <param name="innerException">What a host function or loader threw, or the cancellation; null when the template itself is at fault.</param>
    public TemplateException(TemplateMessage place, Exception? innerException = null)
        : base(Describe(place), innerException) => Place = place;

    /// <summary>Where the rendering stopped and why.</summary>
    public TemplateMessage Place { get; }

    /// <summary>What is wrong in a template that could not be included, in the order of its text; empty when that is not what failed.</summary>
    public IReadOnlyList<TemplateMessage> Included { get; init; } = [];

    private static string Describe(TemplateMessage place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Hint is null ? place.ToString() : $"{place.ToString().TrimEnd('.')}. {place.Hint}";
    }
}
