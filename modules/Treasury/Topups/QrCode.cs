using QRCoder;

namespace Cryptocardium.Treasury.Topups;

// Encodes an address as a QR code.
internal static class QrCode
{
    private const int PixelsPerModule = 4;

    public static string DataUri(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(PixelsPerModule));
    }
}
