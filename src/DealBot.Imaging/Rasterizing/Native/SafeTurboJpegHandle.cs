namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>Owns a TurboJPEG compressor. One compressor serves one thread at a time.</summary>
internal sealed class SafeTurboJpegHandle : OwnedHandle
{
    protected override bool ReleaseHandle() => TurboJpeg.Destroy(handle) == 0;
}
