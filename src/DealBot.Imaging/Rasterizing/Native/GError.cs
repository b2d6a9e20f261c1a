using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct GError(uint Domain, int Code, nint Message);
