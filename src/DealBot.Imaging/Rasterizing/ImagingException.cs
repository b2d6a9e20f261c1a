namespace DealBot.Imaging.Rasterizing;

/// <summary>
/// A drawing could not be made: a malformed document, a limit passed, or an image that does not fit. The message says which and how to mend
/// it.
/// </summary>
public class ImagingException : Exception
{
    /// <summary>A drawing failed.</summary>
    /// <param name="message">What is wrong and what would be right, in English.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public ImagingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
