namespace DealBot.Imaging.Qr;

/// <summary>How much of a QR code may be unreadable; more correction makes a denser code.</summary>
public enum QrCorrection
{
    /// <summary>7 %.</summary>
    Low,

    /// <summary>15 %.</summary>
    Medium,

    /// <summary>25 %.</summary>
    Quartile,

    /// <summary>30 %: for a code with a logo on it.</summary>
    High,
}
