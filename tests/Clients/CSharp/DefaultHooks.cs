using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace NSwagDefault;

/// <summary>
/// The partial methods of the client, for two things that default settings cannot send: null in a PATCH, and an instant with an offset.
/// </summary>
public partial class Client
{
    static partial void UpdateJsonSerializerSettings(JsonSerializerSettings settings) => settings.ContractResolver = new NullsOfLimits();

    // The default format of dates has no offset. The dates of these tests are UTC.
#pragma warning disable CA1822 // the generated declaration is not static
    partial void PrepareRequest(HttpClient client, HttpRequestMessage request, StringBuilder urlBuilder)
#pragma warning restore CA1822
    {
        var url = Instant().Replace(urlBuilder.ToString(), "$0Z");
        urlBuilder.Clear().Append(url);
    }

    [GeneratedRegex("(?<==)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}%3A[0-9]{2}%3A[0-9]{2}(?=&|$)")]
    private static partial Regex Instant();

    private sealed class NullsOfLimits : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            if (member.DeclaringType == typeof(CardLimitsInput))
            {
                property.NullValueHandling = NullValueHandling.Include;
            }

            return property;
        }
    }
}
