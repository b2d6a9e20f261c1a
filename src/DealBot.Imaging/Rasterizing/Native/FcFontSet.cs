using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FcFontSet(int Count, int Capacity, nint Fonts);
