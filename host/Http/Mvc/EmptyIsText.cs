using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Cryptocardium.Host.Http.Mvc;

// MVC would bind a blank query value as absent, and a filter for it would select everything.
internal sealed class EmptyIsText : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
}
