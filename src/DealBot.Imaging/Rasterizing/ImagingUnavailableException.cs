namespace DealBot.Imaging.Rasterizing;

/// <summary>No drawing can be made on this machine, because a native library is missing or too old.</summary>
public sealed class ImagingUnavailableException : ImagingException
{
    /// <summary>The machine lacks something.</summary>
    /// <param name="message">What to install, in English.</param>
    /// <param name="phraseZh">The same in Chinese.</param>
    /// <param name="innerException">What the loader said.</param>
    public ImagingUnavailableException(string message, string phraseZh, Exception? innerException = null)
        : base(message, innerException)
    {
        PhraseZh = phraseZh;
    }

    /// <summary>What is missing and the command that installs it, in Chinese.</summary>
    public string PhraseZh { get; }
}
