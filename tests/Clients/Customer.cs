using System.Globalization;
using System.Net.Http.Headers;
using Xunit;

namespace Cryptocardium.Tests.Clients;

/// <summary>The customer of the C# life cycles, and its calls without a generated method.</summary>
internal static class Customer
{
    public const string Password = "correct horse battery";

    /// <summary>A brand that <see cref="LaterServer"/> answers.</summary>
    public const string LaterBrand = "later_brand";

    public static string NewEmail => $"{Guid.NewGuid():N}@example.com";

    public static string ThisMonth => DateTimeOffset.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static MemoryStream Receipt => new("Paid twice, order 4921."u8.ToArray());

    public static HttpClient Connect(Uri server, string? token = null)
    {
        var http = new HttpClient { BaseAddress = server, Timeout = RunningServer.CallLimit };
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    /// <summary>Reads the statement of this month as CSV. The generated methods read JSON alone.</summary>
    public static async Task ReadCsv(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/statements/{ThisMonth}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var response = await http.SendAsync(request);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Matches(@"^[a-z_]+(,[a-z_]+)+\r\n", await response.Content.ReadAsStringAsync());
    }
}
