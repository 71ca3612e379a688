using System.Net.Http.Headers;

namespace Cryptocardium.Tests;

/// <summary>Sample files and the request that uploads them.</summary>
public static class Samples
{
    /// <summary>One pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A PDF of the given size.</summary>
    public static byte[] Pdf(int bytes)
    {
        var content = new byte[bytes];
        "%PDF-1.7\n"u8.CopyTo(content);
        return content;
    }

    /// <summary>A request that uploads one file.</summary>
    /// <param name="path">The path of the operation.</param>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="key">The Idempotency-Key, if any.</param>
    /// <param name="label">The media type that the caller declares.</param>
    public static HttpRequestMessage Upload(
        string path, HttpContent content, string fileName = "receipt.pdf", string? key = null, string label = "application/octet-stream")
    {
        content.Headers.ContentType = new MediaTypeHeaderValue(label);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new MultipartFormDataContent { { content, "file", fileName } } };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }
}
