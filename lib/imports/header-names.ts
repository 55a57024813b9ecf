import type { ImportKind } from './types';

/** Names under which tools export our fields, in English, German, French and Spanish, as `reduceName` gives them. The first that fits wins. */
export const HEADER_NAMES: Record<ImportKind, Readonly<Record<string, string>>> = {
  companies: {
    name: 'companyname name company accountname account organization organisation organizationname firma firmenname unternehmen entreprise societe raisonsociale empresa',
    domain: 'companydomainname companydomain domain domainname websitedomain domaine dominio',
    externalId: 'companyid recordid recordidcompany accountid organizationid externalid id',
    createdAt:
      'createdate created createdat createddate datecreated createdon creationdate organizationorganizationcreated organizationcreated organizationaddtime erstelltam angelegtam erstellungsdatum datedecreation fechadecreacion',
    industry: 'industry sector companyindustry organizationindustry branche secteur secteurdactivite',
    employees:
      'numberofemployees noofemployees employees employeecount headcount numemployees organizationnumberofemployees organizationemployeecount mitarbeiter mitarbeiterzahl anzahlmitarbeiter effectif nombredemployes empleados numerodeempleados',
    revenue:
      'annualrevenue revenue companyrevenue organizationannualrevenue umsatz jahresumsatz chiffredaffaires ingresos facturacion',
    technologies: 'technologies webtechnologies techstack technologystack',
    website: 'website websiteurl url homepage organizationwebsite webseite siteweb sitioweb',
    phone:
      'phonenumber phone telephone companyphone mainphone organizationphone telefon telefonnummer telefono',
    street:
      'streetaddress street address addressline1 billingstreet organizationaddress organizationaddressstreet straße strasse rue calle',
    city: 'city town billingcity organizationaddresscity organizationcitytownvillagelocality ort stadt ville ciudad',
    region:
      'stateregion state region province stateprovince billingstate organizationaddressstatecounty bundesland provincia',
    postalCode:
      'postalcode zip zipcode postcode billingpostalcode billingzippostalcode organizationaddresszippostalcode plz postleitzahl codepostal codigopostal',
    country:
      'country countryregion billingcountry organizationaddresscountry organizationcountryofaddress land pays pais',
    foundedYear: 'yearfounded foundedyear founded',
    'custom.owner': 'companyowner accountowner organizationowner',
  },
  leads: {
    email:
      'email emailaddress workemail businessemail primaryemail contactemail mail personemailwork personemail personemailhome personemailother emailadresse adresseemail adressemail courriel correo correoelectronico',
    externalId: 'contactid recordid recordidcontact leadid personid vid externalid customerid id marketoid',
    name: 'fullname name contactname leadname personname ansprechpartner nomcomplet nombrecompleto',
    firstName: 'firstname givenname forename personfirstname vorname prenom nombre',
    lastName: 'lastname surname familyname personlastname nachname nom apellido apellidos',
    title: 'jobtitle title position personjobtitle funktion berufsbezeichnung fonction poste cargo puesto',
    department: 'department abteilung departamento',
    phone:
      'phonenumber phone telephone workphone businessphone personphonework personphone personphonehome telefon telefonnummer telefono',
    mobilePhone:
      'mobilephonenumber mobilephone mobile cell cellphone mobilenumber personphonemobile handy mobiltelefon portable movil',
    website: 'websiteurl website webseite siteweb sitioweb',
    street: 'streetaddress street address addressline1 mailingstreet straße strasse rue calle',
    city: 'city town mailingcity ort stadt ville ciudad',
    region:
      'stateregion state region province stateprovince mailingstate mailingstateprovince bundesland provincia',
    postalCode:
      'postalcode zip zipcode postcode mailingpostalcode mailingzippostalcode plz postleitzahl codepostal codigopostal',
    country: 'country countryregion mailingcountry land pays pais',
    language: 'preferredlanguage language sprache langue idioma',
    leadSource:
      'leadsource originalsource originaltrafficsource source personsource latestsource latesttrafficsource',
    lifecycleStage: 'lifecyclestage',
    status: 'leadstatus status',
    decisionMaker: 'decisionmaker confirmeddecisionmaker isdecisionmaker',
    emailConsent: 'emailconsent emailoptin marketingconsent emailoptedin',
    createdAt:
      'createdate created createdat createddate datecreated createdon creationdate personpersoncreated personcreated personaddtime erstelltam angelegtam erstellungsdatum datedecreation fechadecreacion',
    owner: 'contactowner leadowner owner owneremail assignedto personowner leadowneremail contactowneremail',
    'company.name':
      'companyname company accountname account organization organisation employer associatedcompany companyaccount personorganization firma firmenname unternehmen entreprise societe empresa',
    'company.domain':
      'associatedcompanydomain companydomainname companydomain accountdomain domain associatedcompanydomainname',
    'company.industry': 'industry companyindustry branche secteur',
    'company.employees':
      'numberofemployees noofemployees employees employeecount headcount companyemployees numemployees mitarbeiter mitarbeiterzahl effectif empleados',
    'company.revenue':
      'annualrevenue revenue companyrevenue umsatz jahresumsatz chiffredaffaires facturacion',
    'company.technologies': 'technologies techstack companytechnologies',
    'company.website': 'companywebsite',
    'company.phone': 'companyphone',
    'company.city': 'companycity',
    'company.country': 'companycountry',
    'deal.outcome': 'dealoutcome',
    'deal.amount': 'dealamount',
    'deal.createdAt': 'dealcreatedate dealcreatedat dealcreated',
    'deal.closedAt': 'dealclosedate dealclosedat dealclosed',
  },
  events: {
    messageId: 'activityid eventid messageid id marketoguid',
    type: 'activitytype eventtype eventname event type activitytypeid tasksubtype activitysubtype',
    at: 'activitydate eventdate occurredat timestamp datetime date time at createdat activityduedate activitymarkedasdonetime activityadddate duedateonly completeddatetime datum fecha',
    'lead.email':
      'associatedcontactemail contactemail leademail useremail email emailaddress personemailwork personemail emailadresse courriel correo',
    'lead.externalId': 'contactid associatedcontactid leadid userid activitycontactpersonid whoid',
    'company.domain': 'associatedcompanydomain companydomain domain',
  },
  deals: {
    externalId: 'dealid opportunityid recordid recordiddeal externalid id',
    name: 'dealname opportunityname name deal opportunity dealtitle',
    stage: 'dealstage stage stagename phase etape etapa',
    outcome: 'dealoutcome outcome result dealstatus ergebnis resultat resultado',
    amount: 'amount dealamount value dealvalue betrag auftragswert montant importe',
    currency:
      'currency dealcurrency amountcurrency currencyisocode dealcurrencyofvalue opportunitycurrency wahrung devise moneda',
    createdAt:
      'createdate created createdat createddate datecreated createdon dealdealcreated dealcreated dealaddtime erstelltam angelegtam datedecreation fechadecreacion',
    closedAt:
      'closedate closed closedat closeddate dateclosed dealdealclosedon dealwontime dealclosedon dealclosetime actualclosedate abschlussdatum datedecloture fechadecierre',
    lostReason: 'closedlostreason lostreason lossreason deallostreason',
    owner: 'dealowner opportunityowner owner owneremail',
    'lead.email':
      'associatedcontactemail contactemail leademail email emailaddress personemailwork personemail primarycontactemail emailadresse courriel correo',
    'lead.externalId':
      'contactid associatedcontactid leadid associatedcontactids dealcontactpersonid primarycontactid',
    'company.domain':
      'associatedcompanydomain companydomain accountdomain domain associatedcompanydomainname',
  },
};

/** What the numbers of Marketo's activity types mean, for its bulk export. */
export const MARKETO_ACTIVITY_TYPES: Readonly<Record<string, string>> = {
  '1': 'Visit Webpage',
  '2': 'Fill Out Form',
  '3': 'Click Link',
  '6': 'Send Email',
  '7': 'Email Delivered',
  '8': 'Email Bounced',
  '9': 'Unsubscribe Email',
  '10': 'Open Email',
  '11': 'Click Email',
  '12': 'New Lead',
  '46': 'Interesting Moment',
};
