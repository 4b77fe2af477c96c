namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>The annotations that Dataverse adds to rows on demand.</summary>
internal static class AnnotationNames
{
    public const string FormattedValue = "OData.Community.Display.V1.FormattedValue";

    public const string LookupLogicalName = "Microsoft.Dynamics.CRM.lookuplogicalname";

    public const string AssociatedNavigationProperty = "Microsoft.Dynamics.CRM.associatednavigationproperty";

    public const string TotalRecordCount = "Microsoft.Dynamics.CRM.totalrecordcount";

    public const string TotalRecordCountLimitExceeded = "Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded";
}
