namespace DealBot.Imaging.Rasterizing;

/// <summary>A drawing was not ready in <see cref="RasterizerLimits.MaxTime"/>: it is too costly, or the machine is too busy.</summary>
/// <param name="message">What was waited for and how to mend it, in English.</param>
public sealed class ImagingTimeoutException(string message) : ImagingException(message);
