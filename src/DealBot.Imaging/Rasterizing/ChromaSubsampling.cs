namespace DealBot.Imaging.Rasterizing;

/// <summary>Resolution of the colour channels of a JPEG against its brightness.</summary>
public enum ChromaSubsampling
{
    /// <summary>4:4:4, full resolution: crisp red text on a coloured ground, about a third more bytes.</summary>
    Full,

    /// <summary>4:2:0, halved both ways: what photographs use and what chat apps convert to anyway.</summary>
    Quarter,
}
