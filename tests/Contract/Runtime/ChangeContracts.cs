using Cryptocardium.Kernel;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>Describes a member of a merge patch by its inner type. The wrapper only records whether the member was sent.</summary>
internal sealed class ChangeContracts(ISerializerDataContractResolver inner) : ISerializerDataContractResolver
{
    /// <inheritdoc/>
    public DataContract GetDataContractForType(Type type)
    {
        var member = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Change<>) ? type.GetGenericArguments()[0] : type;
        return (Nullable.GetUnderlyingType(member) ?? member) == typeof(Usd)
            ? DataContract.ForPrimitive(typeof(decimal), DataType.Number, null, static _ => "0")
            : inner.GetDataContractForType(member);
    }
}
