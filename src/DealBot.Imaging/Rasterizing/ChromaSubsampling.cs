namespace DealBot.Imaging.Rasterizing;

/// <summary>Resolution of the colour channels of a JPEG against its brightness.</summary>
public enum ChromaSubsampling
{
    /// <summary>4:4:4, full resolution: red text keeps clean edges. A quarter more bytes than <see cref="Quarter"/>.</summary>
    Full,

    /// <summary>4:2:0, halved both ways: what photographs use; small red text comes out duller.</summary>
    Quarter,

    /// <summary><see cref="Full"/> where the file stays under <see cref="JpegOptions.PreferredBytes"/>, else <see cref="Quarter"/>.</summary>
    Automatic,
}
